#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';

// The buffers of a fast upload become garbage at once. Collecting them on several threads takes processor time from the sender.
setFlagsFromString('--no-parallel-scavenge');
await import('../dist/main.js');
