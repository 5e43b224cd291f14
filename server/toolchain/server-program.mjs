import { inProject } from './workspace.mjs';

/** The server's own file. */
export const serverMain = inProject('server', 'src', 'main.ts');

/**
 * How Node is started for the server. It holds few orders at a time and makes much garbage; left to itself on a large
 * machine V8 would let 400 MB of it lie about. A small young generation and a modest limit keep it near 200 MB.
 */
export const serverNodeArgs = ['--max-semi-space-size=4', '--max-old-space-size=512'];

/**
 * What the server's environment needs besides the owner's settings: compiled sources are kept, so that later starts
 * need neither the time nor the memory to strip their types.
 */
export const serverEnvironment = { NODE_COMPILE_CACHE: inProject('node_modules', '.kasera', 'compile-cache') };
