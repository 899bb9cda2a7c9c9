import './inclusion-proof.ts';
import './seal-status.ts';
import './seals.ts';
