export { createModules, createPreviewModules, type ModuleDeps } from './create-modules.ts';
