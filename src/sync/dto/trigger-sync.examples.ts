import type { CallExample } from '../../common/index.js';
import type { TriggerSyncAnswer, TriggerSyncDto } from './trigger-sync.dto.js';

export const SYNC_ALL: CallExample<TriggerSyncDto, TriggerSyncAnswer> = {
  summary: 'Everything of all accounts',
  request: { platform: 'tiktok', syncType: 'all' },
  status: 202,
  answer: {
    runIds: ['01a22ae3-ae4b-72fd-a320-72e6e7902ded', '01a22ae3-ae4b-72fd-a320-7442b5e0ad03'],
  },
};
