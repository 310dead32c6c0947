import { Global, Module } from '@nestjs/common';
import { FindNode } from './find-node';
import { NodesRepository } from './nodes.repository';

/** Finding nodes. Global, because every other part begins by finding its node. */
@Global()
@Module({ providers: [NodesRepository, FindNode], exports: [NodesRepository, FindNode] })
export class NodesModule {}
