import { bffRoutes, type WebConfig } from '@ceex/contracts';
import { Contract } from '@ceex/server';
import { Controller, Inject } from '@nestjs/common';
import { BFF_CONFIG, type BffConfig } from '../config/bff-config';

@Controller()
export class WebConfigController {
  constructor(@Inject(BFF_CONFIG) private readonly config: BffConfig) {}

  @Contract(bffRoutes.getWebConfig)
  read(): WebConfig {
    return {
      productName: this.config.PRODUCT_NAME,
      defaultLanguage: this.config.DEFAULT_LANGUAGE,
      openRegistration: this.config.OPEN_REGISTRATION,
    };
  }
}
