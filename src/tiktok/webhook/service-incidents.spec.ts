import { describe, expect, it } from '@jest/globals';
import { serviceIncidents } from './service-incidents.js';

const incident = {
  incident_id: 'i-1',
  incident_title: 'Reporting is delayed',
  incident_event_type: 'CREATE',
  incident_level: 'LOW_DISRUPTION',
};
const read = { id: 'i-1', title: 'Reporting is delayed', isMajor: false, isResolved: false };

describe('serviceIncidents', () => {
  it('reads a flat body and entries alike', () => {
    expect(serviceIncidents(incident)).toEqual([read]);
    expect(serviceIncidents({ object: 14, entry: [incident] })).toEqual([read]);
  });

  it.each([
    [{ incident_level: 'MAJOR_DISRUPTION' }, { isMajor: true }],
    [{ incident_level: 'NEW_LEVEL' }, { isMajor: false }],
    [{ incident_event_type: 'RESOLVE' }, { isResolved: true }],
    [{ incident_id: 7 }, { id: '7' }],
    [{ incident_title: null }, { title: '' }],
  ])('reads %j', (change, expected) => {
    expect(serviceIncidents({ ...incident, ...change })).toEqual([{ ...read, ...expected }]);
  });

  it.each([undefined, '', {}, 'x'.repeat(101)])('ignores the id %j', (incident_id) => {
    expect(serviceIncidents({ ...incident, incident_id })).toEqual([]);
  });
});
