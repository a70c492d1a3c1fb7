/** The quartile of its prior a missing fact is taken at: cautious, and the same whatever models are compared. */
export const CAUTIOUS_SHARE = 0.25;
