import { lazily } from './lazily.tsx';

const panel = lazily(async () => (await import('../device/settings-panel.tsx')).SettingsPanel);

/** What belongs to this screen; it comes when it is opened. */
export const SettingsPanel = panel.Part;
