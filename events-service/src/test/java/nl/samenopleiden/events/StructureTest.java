package nl.samenopleiden.events;

import nl.samenopleiden.platform.test.ServiceStructure;

class StructureTest extends ServiceStructure {}
