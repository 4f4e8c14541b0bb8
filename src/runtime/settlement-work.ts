import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LateSettlement } from '../database/index.js';
import { Background } from './background.js';

const EVERY_MS = 60_000;

/** Has the database closed for older versions once they have gone, for as long as that is left to do. */
@Injectable()
export class SettlementWork implements OnModuleInit {
  constructor(
    private readonly settlement: LateSettlement,
    private readonly background: Background,
  ) {}

  onModuleInit(): void {
    this.background.every('late settlement', EVERY_MS, async () => {
      if (!this.settlement.isOver) await this.settlement.look();
    });
  }
}
