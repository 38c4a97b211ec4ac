import { APP } from "../app/app.ts";

/** Sends a file of customers. Gives back the import's id, or why the server did not take it. */
export async function upload(file: File): Promise<{ id: string } | { refusal: string }> {
  try {
    const response = await fetch(`/imports?fileName=${encodeURIComponent(file.name)}`, {
      method: "POST",
      credentials: "same-origin",
      headers: { "X-Quittance-App": APP, "Content-Type": "text/csv" },
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
