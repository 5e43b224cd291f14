/** `dark`: light tickets on a dark wall; `contrast`: nothing but black and white around the colours; `light`: a bright room. */
export const themes = ['dark', 'contrast', 'light'] as const;
export type Theme = (typeof themes)[number];

/** What was chosen on this screen; at first, what its system asks for: more contrast, else the dark wall. */
export function chooseTheme(kept: string | null, wantsContrast: boolean): Theme {
  return themes.find((theme) => theme === kept) ?? (wantsContrast ? 'contrast' : 'dark');
}
