import { InvalidArgumentError, Option } from 'commander';

/** `--community <id>`, required. */
export function communityOption(): Option {
  return new Option('--community <id>', 'the community').makeOptionMandatory().argParser((text) => {
    if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('must be a positive whole number');
    return Number(text);
  });
}
