//! Many short lists of numbers in two arrays: where each begins, and all of them one after the other.

/// Lists by number. Immutable, and four bytes an item.
#[derive(Debug, Default)]
pub(super) struct Lists {
    starts: Vec<u32>,
    items: Vec<u32>,
}

impl Lists {
    /// So many lists, of pairs of a list and an item in any order; an item keeps its place among those of its list.
    pub(super) fn of(lists: usize, pairs: &[(u32, u32)]) -> Self {
        let mut starts = vec![0_u32; lists + 1];
        for &(list, _) in pairs {
            starts[list as usize + 1] += 1;
        }
        for list in 0..lists {
            starts[list + 1] += starts[list];
        }
        let mut next = starts.clone();
        let mut items = vec![0; pairs.len()];
        for &(list, item) in pairs {
            let place = &mut next[list as usize];
            items[*place as usize] = item;
            *place += 1;
        }
        Self { starts, items }
    }

    /// Lists of sorted pairs, and what each list is of.
    pub(super) fn of_sorted(pairs: &[u64]) -> (Vec<u32>, Self) {
        let (mut keys, mut starts) = (Vec::new(), Vec::new());
        let mut items = Vec::with_capacity(pairs.len());
        for pair in pairs {
            let (key, item) = apart(*pair);
            if keys.last() != Some(&key) {
                keys.push(key);
                starts.push(count(items.len()));
            }
            items.push(item);
        }
        starts.push(count(items.len()));
        keys.shrink_to_fit();
        starts.shrink_to_fit();
        (keys, Self { starts, items })
    }

    /// One list.
    pub(super) fn list(&self, number: usize) -> &[u32] {
        &self.items[self.starts[number] as usize..self.starts[number + 1] as usize]
    }

    /// The memory it takes.
    pub(super) fn bytes(&self) -> usize {
        (self.starts.capacity() + self.items.capacity()) * size_of::<u32>()
    }
}

/// Two numbers as one that sorts by the first, then the second.
pub(super) fn together(key: u32, item: u32) -> u64 {
    u64::from(key) << 32 | u64::from(item)
}

fn apart(pair: u64) -> (u32, u32) {
    let half = |bits: u64| u32::try_from(bits & u64::from(u32::MAX)).expect("thirty-two bits were kept");
    (half(pair >> 32), half(pair))
}

/// A number of things in memory.
pub(super) fn count(number: usize) -> u32 {
    u32::try_from(number).expect("a guide of four thousand million things fits in no memory")
}
