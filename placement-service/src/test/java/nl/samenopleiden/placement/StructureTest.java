package nl.samenopleiden.placement;

import nl.samenopleiden.platform.test.ServiceStructure;

class StructureTest extends ServiceStructure {}
