// The rules need the table too, and lie below.
export { driverFor, type AccountAbilities, type DriverChoice } from '../rules/driver-table.js';
