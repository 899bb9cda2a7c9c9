import { dirtSuite } from './business-dirt-suite.ts';

// The same dirt each time; business.faults.spec.ts throws other dirt at each run.
dirtSuite({ seed: 20_261_121, queries: 5, mutations: 12, documentsEach: 40 });
