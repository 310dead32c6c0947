// What the launcher says: one line a step, with the time since the start; a bar for what takes long.
const started = Date.now();
const terminal = process.stdout.isTTY === true;
let open = false;

const seconds = () => `${((Date.now() - started) / 1000).toFixed(1).padStart(5)} s`;

export function say(text) {
  endBar();
  console.log(`[${seconds()}] ${text}`);
}

export function fail(text) {
  endBar();
  console.error(`\n${text}\n`);
}

let lastTenth = '';

/** Progress of a long step: redrawn in place on a terminal, a line every tenth elsewhere. */
export function bar(step, done, total) {
  const share = total > 0 ? Math.min(1, done / total) : 1;
  const tenth = `${step} ${Math.floor(share * 10)}`;
  if (!terminal && tenth === lastTenth) return;
  lastTenth = tenth;
  const width = 28;
  const filled = Math.round(share * width);
  const line = `[${seconds()}] ${step} ${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${Math.floor(share * 100)} %`;
  if (terminal) {
    process.stdout.write(`\r\x1b[2K${line}`);
    open = true;
  } else {
    console.log(line);
  }
}

function endBar() {
  if (open) process.stdout.write('\n');
  open = false;
}
