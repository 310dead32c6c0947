import { Injectable } from '@nestjs/common';
import { dirname, join } from 'node:path';

/** Where the threads' program is. A provider, because specs run from sources and have to bundle it first. */
@Injectable()
export class ReplayWorkerFile {
  /** The build puts it beside the program that is running. */
  path(): string {
    return join(dirname(process.argv[1] ?? ''), 'replay-worker.js');
  }
}
