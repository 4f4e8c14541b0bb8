import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { AnswerEditor } from '../answer-editor.js';
import { startConnector, type RunningConnector } from '../connector.js';
import { AdsAccount, WITH_ADS } from './ads-account.js';

/** An ad account at a Business API whose answers a test edits. */
export interface EditedAds {
  editor: AnswerEditor;
  connector: RunningConnector;
  ads: AdsAccount;
}

/** One service for all tests of a file; TikTok answers as usual again after each. */
export function useEditedAds(): () => EditedAds {
  let edited: EditedAds | undefined;
  beforeAll(async () => {
    const editor = await AnswerEditor.start();
    const connector = await startConnector({
      ...WITH_ADS,
      environment: { ...WITH_ADS.environment, TIKTOK_BUSINESS_BASE_URL: editor.url },
    });
    editor.target = connector.sandbox.url;
    edited = { editor, connector, ads: await AdsAccount.connect(connector) };
  }, 60_000);
  afterEach(() => edited?.editor.clear());
  afterAll(async () => {
    await edited?.connector.stop();
    await edited?.editor.close();
  });
  return () => {
    if (!edited) throw new Error('the service runs only inside tests');
    return edited;
  };
}
