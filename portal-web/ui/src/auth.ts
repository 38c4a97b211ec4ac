/** The two apps; each has a session of its own. */
export type App = "portal" | "console";

/** What comes of asking the server to sign somebody in, or anything else below /auth. */
export type AuthOutcome =
  | { kind: "done" }
  /** Refused, in a sentence, with the faults of single fields where there are some. */
  | { kind: "refused"; sentence: string; fields: readonly { path: string; message: string }[] }
  /** Too many attempts: again after so many seconds. */
  | { kind: "throttled"; seconds: number }
  | { kind: "failed"; sentence: string };

type Path =
  "sign-in" | "sign-out" | "sign-out-everywhere" | "switch-customer" | "forgot-password" | "reset-password";

/** Asks the server. The session is a cookie that no script can read; nothing of it comes back here. */
export async function askAuth(app: App, path: Path, body: Record<string, string> = {}): Promise<AuthOutcome> {
  try {
    const answer = await fetch(`/auth/${path}`, {
      method: "POST",
      credentials: "same-origin",
      headers: { "Content-Type": "application/json", "X-Quittance-App": app },
      body: JSON.stringify(body),
    });
    return answer.ok ? { kind: "done" } : await refusal(answer);
  } catch {
    return { kind: "failed", sentence: "The server can't be reached. Check your connection and try again." };
  }
}

async function refusal(answer: Response): Promise<AuthOutcome> {
  if (answer.status === 429)
    return { kind: "throttled", seconds: Number(answer.headers.get("Retry-After")) || 60 };
  const problem = (await answer.json().catch(() => ({}))) as Problem;
  const sentence = problem.detail ?? problem.title ?? "That did not work. Try again in a moment.";
  if (answer.status >= 500) return { kind: "failed", sentence };
  return { kind: "refused", sentence, fields: problem.fields ?? [] };
}

/** RFC 9457. */
type Problem = { title?: string; detail?: string; fields?: { path: string; message: string }[] };

/** What to say of an outcome; undefined when it is done. */
export function sentenceOf(outcome: AuthOutcome): string | undefined {
  switch (outcome.kind) {
    case "done":
      return undefined;
    case "refused":
    case "failed":
      return outcome.sentence;
    case "throttled":
      return `Too many attempts. Try again in ${inWords(outcome.seconds)}.`;
  }
}

function inWords(seconds: number): string {
  if (seconds < 60) return `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? "a minute" : `${minutes} minutes`;
}
