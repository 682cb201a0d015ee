export { loadDemo, type DemoAccount } from './load-demo.js';
