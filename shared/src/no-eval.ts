import { config } from 'zod';

// For pages: before its first check zod tries whether it may make functions of text. None may, and Firefox tells of each try.
config({ jitless: true });
