import './dead-letters.ts';
import './decisions.ts';
