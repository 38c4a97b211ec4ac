import { APP } from "../app/app.ts";

/** The id of what was made of a file, or why the server did not take it. */
type Sent = { id: string } | { refusal: string };

/** Sends a file of the bank. */
export function uploadBankFile(file: File): Promise<Sent> {
  return send(`/bank-files?fileName=${encodeURIComponent(file.name)}`, file, "application/octet-stream");
}

/** Sends a file; of customers when no other kind is named. Gives back the import's id, or why the server did not take it. */
export function upload(file: File, kind?: string): Promise<Sent> {
  return send(
    `/imports?fileName=${encodeURIComponent(file.name)}${kind ? `&kind=${kind}` : ""}`,
    file,
    "text/csv",
  );
}

async function send(url: string, file: File, type: string): Promise<Sent> {
  try {
    const response = await fetch(url, {
      method: "POST",
      credentials: "same-origin",
      headers: { "X-Quittance-App": APP, "Content-Type": type },
      body: file,
    });
    const answer: unknown = await response.json().catch(() => null);
    if (response.ok && has(answer, "id")) return { id: answer.id };
    if (has(answer, "detail")) return { refusal: answer.detail };
    if (has(answer, "title")) return { refusal: answer.title };
    return { refusal: `The file was not taken (${response.status}).` };
  } catch {
    return { refusal: "The server can't be reached. Check your connection and try again." };
  }
}

function has<Name extends string>(answer: unknown, name: Name): answer is Record<Name, string> {
  return typeof (answer as Record<string, unknown> | null)?.[name] === "string";
}
