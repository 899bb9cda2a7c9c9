export { createModules, type ModuleDeps } from './create-modules.ts';
