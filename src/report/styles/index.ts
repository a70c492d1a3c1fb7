/** The style sheet, whole: it stands in the page, and the page's policy knows it by its digest. */
import { ANSWER } from "./answer.ts";
import { BASE, THEME } from "./base.ts";
import { CONTROLS } from "./controls.ts";
import { FIGURES, PAPER } from "./figures.ts";

export const STYLES = [THEME, BASE, ANSWER, CONTROLS, FIGURES, PAPER].join("").trim();
