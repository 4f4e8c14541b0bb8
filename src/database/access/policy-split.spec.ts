import { describe, expect, it } from '@jest/globals';
import { splitPolicy } from './policy-split.js';

const NAMED = `(COALESCE(current_setting('app.system_reason'::text, true), ''::text) <> ''::text)`;
const policy = (using: string, check = using) => splitPolicy({ table: 't', policy: 'p', using, check });

describe('splitPolicy', () => {
  it('separates the rows of tenants from the rows of named system work', () => {
    expect(policy(`((organisation_id = x) OR ${NAMED})`)).toEqual([
      'ALTER POLICY "p" ON public."t" TO tiktok_connector_app USING ((organisation_id = x)) WITH CHECK ((organisation_id = x))',
      'DROP POLICY IF EXISTS system_work ON public."t"',
      expect.stringMatching(/^CREATE POLICY system_work ON public."t" TO tiktok_connector_system USING/),
      expect.stringMatching(
        /^CREATE OR REPLACE TRIGGER refuse_system_work BEFORE UPDATE OR DELETE ON public."t"/,
      ),
    ]);
  });

  it('hides system tables from tenants', () => {
    expect(policy(`(false OR ${NAMED})`)[0]).toContain('USING (false) WITH CHECK (false)');
  });

  it.each([
    `((organisation_id = x) AND ${NAMED})`,
    `(${NAMED} OR (organisation_id = x))`,
    NAMED,
    `((organisation_id = x) OR (current_setting('app.system_reason'::text) = 'y'::text))`,
  ])('leaves the unknown expression %s alone', (using) => {
    expect(policy(using)).toEqual([]);
  });
});
