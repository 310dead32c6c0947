// Lints snippets as if they stood in files of this workspace. In: `[{file, code}]` on standard input; out: the rules that
// complained, a list a snippet. A process of its own, because ESLint's configuration loads packages as ES modules.
import { ESLint } from 'eslint';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const eslint = new ESLint({ cwd: root });
const complaints = [];
for (const { file, code } of JSON.parse(await text(process.stdin))) {
  const [result] = await eslint.lintText(code, { filePath: file });
  complaints.push(result.messages.map((message) => message.ruleId ?? message.message));
}
process.stdout.write(`\n${JSON.stringify(complaints)}`);
