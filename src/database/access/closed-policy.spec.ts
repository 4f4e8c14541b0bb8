import { describe, expect, it } from '@jest/globals';
import { closedPolicy } from './closed-policy.js';

const NAMED = `(COALESCE(current_setting('app.system_reason'::text, true), ''::text) <> ''::text)`;
const policy = (using: string, check = using) => closedPolicy({ table: 't', policy: 'p', using, check });

describe('closedPolicy', () => {
  it('splits what tenants see from what named work sees', () => {
    expect(policy(`((organisation_id = x) OR ${NAMED})`)).toEqual([
      'ALTER POLICY "p" ON public."t" TO tiktok_connector_app USING ((organisation_id = x)) WITH CHECK ((organisation_id = x))',
      'DROP POLICY IF EXISTS system_work ON public."t"',
      expect.stringMatching(/^CREATE POLICY system_work ON public."t" TO tiktok_connector_system USING/),
      expect.stringMatching(
        /^CREATE OR REPLACE TRIGGER refuse_system_work BEFORE UPDATE OR DELETE ON public."t"/,
      ),
    ]);
  });

  it('shows tenants nothing of a table that is the system’s', () => {
    expect(policy(`(false OR ${NAMED})`)[0]).toContain('USING (false) WITH CHECK (false)');
  });

  it.each([
    `((organisation_id = x) AND ${NAMED})`,
    `(${NAMED} OR (organisation_id = x))`,
    NAMED,
    `((organisation_id = x) OR (current_setting('app.system_reason'::text) = 'y'::text))`,
  ])('does not guess what %s means', (using) => {
    expect(policy(using)).toEqual([]);
  });
});
