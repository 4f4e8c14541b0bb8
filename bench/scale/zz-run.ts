import { history } from './history.js';
console.log(JSON.stringify(await history()));
