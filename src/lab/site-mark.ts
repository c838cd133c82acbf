/** Tells the resources that this site's pages add from all others; the build puts it here. Empty where they add none. */
export const siteMark: string = "";
