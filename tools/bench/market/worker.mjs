// The program of a benchmark's own process: does the tasks it is given, answers a line of JSON for each.
import { checkBooks } from './checking.mjs';
import { heapRows } from './heap.mjs';
import { solveByHighs } from './oracle.mjs';
import { runForProfile } from './profile.mjs';
import { setUp } from './setting.mjs';
import { timeHotPath } from './timing.mjs';

const mb = (kilobytes) => Math.round(kilobytes / 1024);
const peakKb = () => process.resourceUsage().maxRSS;

const TASKS = {
  time({ runs }, setting) {
    const inputMb = mb(peakKb());
    const timed = timeHotPath(setting, runs);
    // Before the friendly form makes its objects: the peak of the hot path alone.
    const peakMb = mb(peakKb());
    return { ...timed, inputMb, peakMb, ...checkBooks(setting) };
  },
  heap: ({ name }, setting) => heapRows(name, setting),
  highs: ({ bundle }, setting) => solveByHighs(bundle, setting),
  profile: ({ runs }, setting) => runForProfile(setting, runs),
};

for (const task of JSON.parse(process.argv[2])) {
  const setting = await setUp(task.bundle, task.name);
  const answer = await TASKS[task.task](task, setting);
  console.log(JSON.stringify({ orders: setting.orders, answer }));
}
