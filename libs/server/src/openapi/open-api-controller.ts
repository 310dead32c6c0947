import { Controller, Get, Header, type Type } from '@nestjs/common';
import { Access } from '../access/access';

/** A controller that answers `document` at `path` to anyone: it holds nothing that the source code does not. */
export function openApiController(path: string, document: object): Type {
  @Controller()
  @Access('public')
  class OpenApiController {
    @Get(path)
    @Header('cache-control', 'no-cache')
    read(): object {
      return document;
    }
  }
  return OpenApiController;
}
