import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PrivilegeRevocation } from '../database/index.js';
import { Background } from './background.js';

const EVERY_MS = 60_000;

/** Revokes privileges of older versions once they are gone. Repeats until nothing is left to revoke. */
@Injectable()
export class PrivilegeRevocationTask implements OnModuleInit {
  constructor(
    private readonly revocation: PrivilegeRevocation,
    private readonly background: Background,
  ) {}

  onModuleInit(): void {
    this.background.every('privilege revocation', EVERY_MS, async () => {
      if (!this.revocation.isDone) await this.revocation.attempt();
    });
  }
}
