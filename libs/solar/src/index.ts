/** The sun over a place and what photovoltaic systems make of it. Pure. */
export { assertSite, type Site } from './site';
export { sunPosition, type SunPosition } from './sun-position';
export { clearSkyGlobal, skyIrradiance, type SkyIrradiance } from './sky';
export { cosIncidence, planeIrradiance, type Plane } from './plane';
export { assertPvSystem, pvEnergyWh, pvPowerW, type PvSystem } from './pv-system';
export { expectedEnergy, expectedMonthsWh, type ExpectedEnergy } from './expected-yield';
export { usualWeather, type UsualWeather } from './usual-weather';
