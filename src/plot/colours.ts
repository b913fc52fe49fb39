/** @file The colours of every figure: readable as text on white, and apart for the common kinds of colour blindness. */

/** Lines and their labels. Give a line a dash or a direct label too: colour alone says nothing in print. */
export const colours = {
  blue: "#0072b2",
  vermilion: "#b84a00",
  purple: "#7a2e82",
  /** Axes, words. */
  ink: "#222222",
  /** Guides and what is only there for comparison. */
  grey: "#6b6b6b",
  /** Areas behind lines and words; too faint for a line or a word. */
  faint: "#dcdcdc",
} as const;
