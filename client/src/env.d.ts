/** The id of this build, put in by vite.config.ts; `dev` while Vite serves the sources. */
declare const __KASERA_BUILD__: string;
