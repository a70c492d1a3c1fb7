/** What the page may do: run its one script, wear its one style sheet, and nothing else. */

/**
 * A Content Security Policy for a meta element. Nothing is loaded from anywhere, no form is sent, no base is set;
 * scripts and styles are known by their SHA-256 digests, so that markup smuggled into a text can do nothing.
 */
export async function contentPolicy(styles: string, script: string | null): Promise<string> {
  return [
    "default-src 'none'",
    `style-src 'sha256-${await digest(styles)}'`,
    ...(script === null
      ? []
      : [`script-src 'sha256-${await digest(script)}'`, "require-trusted-types-for 'script'"]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

async function digest(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}
