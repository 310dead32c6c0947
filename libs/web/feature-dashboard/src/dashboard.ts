import { Component } from '@angular/core';

@Component({ selector: 'ceex-dashboard', template: '' })
export class Dashboard {}
