/** The operator's console and the administration of the server, as lazy routes. */
export { operatorRoutes } from './operator.routes';
