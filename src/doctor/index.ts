// Checks the configuration and explains how to fix problems. It must never change anything or show a secret.
export { Doctor } from './doctor.service.js';
export { DoctorModule } from './doctor.module.js';
export { problem, worstOf, type Finding, type FindingStatus } from './finding.js';
