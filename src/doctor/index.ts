// Is everything set up so that it can work? Looks and tells how to fix; must never change anything, nor tell a secret.
export { Doctor } from './doctor.service.js';
export { DoctorModule } from './doctor.module.js';
export { problem, worstOf, type Finding, type FindingStatus } from './finding.js';
