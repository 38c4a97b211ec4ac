import { vitePage } from "../scripts/vite-app.ts";
import { systemFonts } from "../scripts/system-fonts.ts";

export default vitePage("graphiql", [systemFonts()]);
