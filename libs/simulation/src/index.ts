/** The demo community, made up and seeded, and the meters of its households. Pure. */
export type {
  DemoBattery,
  DemoCommunity,
  DemoEdge,
  DemoHousehold,
  DemoNode,
  DemoNodeKind,
  DemoStrategy,
  DemoSystem,
  DemoTariff,
  LoadProfile,
} from './community';
export { demoCommunity } from './demo-community';
export type { HouseholdFlows } from './household-flows';
export { SimulatedMeters, type SimulatedReadings, type SimulatedSeries } from './simulated-meters';
export { simulateReadings } from './simulate-readings';
