package nl.samenopleiden.partnership;

import nl.samenopleiden.platform.test.ServiceStructure;

class StructureTest extends ServiceStructure {}
