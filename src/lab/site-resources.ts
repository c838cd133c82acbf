import type { WrittenResource } from "../library/site/written.ts";

/** What this site's pages add to the library; the build puts it here, so that a worker and what it serves are of one version. */
export const siteResources: readonly WrittenResource[] = [];
