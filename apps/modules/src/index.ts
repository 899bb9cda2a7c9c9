export { createModules, createPreviewModules, type ModuleDeps } from './create-modules.ts';
export { takeDemoCompany } from './take-demo-company.ts';
