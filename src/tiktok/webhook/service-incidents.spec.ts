import { describe, expect, it } from '@jest/globals';
import { serviceIncidents } from './service-incidents.js';

const MAJOR = 'MAJOR_DISRUPTION';
const incident = {
  incident_id: 'i-1',
  incident_title: 'Reporting is delayed',
  incident_event_type: 'CREATE',
  incident_level: 'LOW_DISRUPTION',
};
const read = {
  id: 'i-1',
  title: 'Reporting is delayed',
  isMajor: false,
  explainsRefusals: false,
  isResolved: false,
};

describe('serviceIncidents', () => {
  it('reads a flat body and entries alike', () => {
    expect(serviceIncidents(incident)).toEqual([read]);
    expect(serviceIncidents({ object: 14, entry: [incident] })).toEqual([read]);
  });

  it.each([
    [{ incident_level: 'MAJOR_DISRUPTION' }, { isMajor: true, explainsRefusals: true }],
    [{ incident_level: 'NEW_LEVEL' }, { isMajor: false }],
    [{ incident_event_type: 'RESOLVE' }, { isResolved: true }],
    [{ incident_id: 7 }, { id: '7' }],
    [{ incident_title: null }, { title: '' }],
  ])('reads %j', (change, expected) => {
    expect(serviceIncidents({ ...incident, ...change })).toEqual([{ ...read, ...expected }]);
  });

  it.each([
    ['a minor incident of a product', { incident_products: ['ACCOUNTS_API'] }, false],
    ['a minor incident about tokens', { incident_title: 'Access tokens are refused' }, true],
    ['a minor incident whose detail names the cause', { incident_detail: 'OAuth: delays' }, true],
    ['a major incident of reports', { incident_level: MAJOR, incident_products: ['REPORTING_API'] }, false],
    ['a major incident of accounts', { incident_level: MAJOR, incident_products: ['ACCOUNTS_API'] }, true],
    ['a major incident of a new product', { incident_level: MAJOR, incident_products: ['X'] }, true],
    ['a major incident of no product', { incident_level: MAJOR, incident_products: [] }, true],
    ['text that only looks alike', { incident_title: 'Authors and tokenised ads are delayed' }, false],
  ])('knows whether %s explains refused tokens', (_what, change, explainsRefusals) => {
    expect(serviceIncidents({ ...incident, ...change })).toMatchObject([{ explainsRefusals }]);
  });

  it.each([undefined, '', {}, 'x'.repeat(101)])('ignores the id %j', (incident_id) => {
    expect(serviceIncidents({ ...incident, incident_id })).toEqual([]);
  });
});
