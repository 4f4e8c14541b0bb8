import { documentedAt, type ErrorEntry } from './error-entry.js';
import { TIKTOK_PAGES } from './tiktok-pages.js';

/** API for Business: files, and the videos made from them. Source: Business corrections of 2026-11-28, §2a. */
export const BUSINESS_FILE_CODES: ErrorEntry[] = documentedAt(TIKTOK_PAGES.businessReturnCodes, [
  {
    code: '40053',
    cause: 'the video id is invalid, or the video is still being processed',
    fixableBy: 'user',
    retry: 'backoff',
    message:
      'TikTok does not know this video, or is still processing it. Try again in a few minutes. If that does not help, upload the video again.',
  },
  {
    code: '40900',
    cause: 'the signature (MD5) does not match the file',
    fixableBy: 'user',
    retry: 'after_fix',
    message: 'The file was damaged on its way to TikTok. Upload it again.',
  },
  {
    code: '40901',
    cause: 'the video is still being transcoded',
    fixableBy: 'tiktok',
    retry: 'backoff',
    message: 'TikTok is still converting the video. Try again in a few minutes.',
  },
  {
    code: '40904',
    cause: 'wrong file type',
    fixableBy: 'user',
    retry: 'after_fix',
    message: 'TikTok does not accept this file type here. Choose a file of a supported type and upload it.',
  },
  {
    code: '40907',
    cause: 'the file is too large',
    fixableBy: 'user',
    retry: 'after_fix',
    message: 'The file is too large for TikTok. Make it smaller and upload it again.',
  },
  {
    code: '40909',
    cause: 'calculate_type of a customer file is invalid',
    fixableBy: 'user',
    retry: 'after_fix',
    message:
      'TikTok does not accept this kind of identifier for the customer file. Choose the kind that the file contains and upload it again.',
  },
  {
    code: '40910',
    cause: 'the file has expired',
    fixableBy: 'user',
    retry: 'after_fix',
    message: 'TikTok no longer has this file. Upload it again.',
  },
  {
    code: '40911',
    cause: 'a file with this name exists',
    fixableBy: 'user',
    retry: 'after_fix',
    message: 'The ad account already has a file with this name. Choose another name and upload it again.',
  },
  {
    code: '40915',
    cause: 'the file is out of specification',
    fixableBy: 'user',
    retry: 'after_fix',
    message:
      "The file does not meet TikTok's requirements, such as its dimensions in pixels. Change it and upload it again.",
  },
]);
