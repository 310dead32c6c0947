/** The operator's console and the administration of the server, as lazy routes. */
export { adminRoutes } from './admin.routes';
export { operatorRoutes } from './operator.routes';
