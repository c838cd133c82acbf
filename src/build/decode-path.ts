/** A path without percent-encoding; one that is encoded wrongly comes back as it is, and names no file. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
