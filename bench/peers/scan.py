"""The peer: what an office's own script does. Reads the CSV and looks for two uses of one room, slot by slot, nothing else."""

import csv
import sys
from collections import defaultdict

held = defaultdict(list)
with open(sys.argv[1], encoding="utf-8") as file:
    for row in csv.DictReader(file):
        if row["日期"] and row["会场"]:
            held[row["日期"], row["场馆"], row["会场"]].append((row["开始时间"], row["结束时间"]))
clashes = 0
for times in held.values():
    times.sort()
    clashes += sum(1 for one, other in zip(times, times[1:]) if other[0] < one[1])
print(clashes)
