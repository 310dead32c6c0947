import { runReplayTask } from './replay/replay-task';

/** What each thread of the replay pool runs. */
export default runReplayTask;
