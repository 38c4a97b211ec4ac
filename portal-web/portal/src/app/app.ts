/** Which app this is. Every request says so: without it the session's cookie does not count. */
export const APP = "portal";
